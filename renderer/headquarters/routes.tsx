import type { RouteObject } from 'react-router';
import { HeadquartersScreen } from './HeadquartersScreen.tsx';

/** The page of headquarters' list. */
export const headquartersRoutes: RouteObject[] = [{ path: 'headquarters', element: <HeadquartersScreen /> }];
