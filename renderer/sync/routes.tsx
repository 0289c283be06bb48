import type { RouteObject } from 'react-router';
import { headquartersRoutes } from '../headquarters/routes.tsx';
import { SyncLogScreen } from './SyncLogScreen.tsx';
import { SyncScreen } from './SyncScreen.tsx';

/** The pages of sending and receiving, and headquarters' list, which is reached from there. */
export const syncRoutes: RouteObject[] = [{ path: 'sync', element: <SyncScreen /> }, { path: 'sync/log', element: <SyncLogScreen /> }, ...headquartersRoutes];
