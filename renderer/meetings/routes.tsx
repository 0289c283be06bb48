import type { RouteObject } from 'react-router';

/** Meetings, their sheets, and the typing of sheets. */
export const meetingsRoutes: RouteObject[] = [
  {
    path: 'meetings',
    children: [
      { index: true, lazy: () => import('./MeetingsScreen.tsx').then(({ MeetingsScreen }) => ({ Component: MeetingsScreen })) },
      { path: ':id', lazy: () => import('./MeetingPage.tsx').then(({ MeetingPage }) => ({ Component: MeetingPage })) },
      { path: ':id/sheet', lazy: () => import('./SheetScreen.tsx').then(({ SheetScreen }) => ({ Component: SheetScreen })) },
    ],
  },
  {
    path: 'type',
    children: [
      { index: true, lazy: () => import('./typing/TypeScreen.tsx').then(({ TypeScreen }) => ({ Component: TypeScreen })) },
      { path: ':code', lazy: () => import('./typing/TypeSheetScreen.tsx').then(({ TypeSheetScreen }) => ({ Component: TypeSheetScreen })) },
    ],
  },
];
