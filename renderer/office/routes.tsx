import type { RouteObject } from 'react-router';
import { OfficeScreen } from './OfficeScreen.tsx';

/** The pages of the office. */
export const officeRoutes: RouteObject[] = [{ path: 'office', element: <OfficeScreen /> }];
