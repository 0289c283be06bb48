import GroupOutlined from '@mui/icons-material/GroupOutlined';
import EventOutlined from '@mui/icons-material/EventOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import { historyRoutes } from '../history/routes.tsx';
import { homeRoutes } from '../home/routes.tsx';
import { meetingsRoutes } from '../meetings/routes.tsx';
import { membersRoutes } from '../members/routes.tsx';
import { officeRoutes } from '../office/routes.tsx';
import { SyncStatus } from '../sync/SyncStatus.tsx';
import { syncRoutes } from '../sync/routes.tsx';
import type { ShellParts } from './workplace.ts';

/** The rail, in its order; what is not built yet has no entry. */
export const PARTS: ShellParts = {
  workplaces: [
    { key: 'home', path: '/', Icon: HomeOutlined, routes: homeRoutes },
    { key: 'members', path: '/members', Icon: GroupOutlined, routes: membersRoutes },
    { key: 'meetings', path: '/meetings', also: ['/type'], Icon: EventOutlined, routes: meetingsRoutes },
    { key: 'sync', path: '/sync', also: ['/headquarters'], Icon: SwapVertOutlined, routes: syncRoutes },
    { key: 'office', path: '/office', Icon: StorefrontOutlined, routes: [...officeRoutes, ...historyRoutes] },
  ],
  Status: SyncStatus,
};
