import type { RouteObject } from 'react-router';

/** The pages of meetings. */
export const meetingsRoutes: RouteObject[] = [];
