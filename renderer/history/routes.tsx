import type { RouteObject } from 'react-router';
import { BinScreen } from './BinScreen.tsx';
import { TodayScreen } from './TodayScreen.tsx';

/** The bin and today's changes; they lie under the office, and the user's menu leads there. */
export const historyRoutes: RouteObject[] = [
  { path: 'office/bin', element: <BinScreen /> },
  { path: 'office/today', element: <TodayScreen /> },
];
