import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A place of the rail: its words, its icon, where it begins, and its pages. */
export interface Workplace {
  readonly key: 'home' | 'members' | 'meetings' | 'sync' | 'office';
  readonly path: string;
  /** Other beginnings of addresses that belong to this place. */
  readonly also?: readonly string[];
  readonly Icon: SvgIconComponent;
  readonly routes: readonly RouteObject[];
}

/** What the shell is put together from; the members of `workplaces` are its rail, in that order. */
export interface ShellParts {
  readonly workplaces: readonly Workplace[];
  /** The line in the top bar that says whether what was written is safe elsewhere. */
  readonly Status: ComponentType | null;
}
