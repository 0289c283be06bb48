import type { RouteObject } from 'react-router';

/** The first page. */
export const homeRoutes: RouteObject[] = [{ index: true, lazy: () => import('./HomeScreen.tsx').then(({ HomeScreen }) => ({ Component: HomeScreen })) }];
