import type { RouteObject } from 'react-router';
import { SyncScreen } from './SyncScreen.tsx';

/** The pages of sending and receiving. */
export const syncRoutes: RouteObject[] = [{ path: 'sync', element: <SyncScreen /> }];
