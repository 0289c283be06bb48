import type { RouteObject } from 'react-router';
import { OfficeScreen } from './OfficeScreen.tsx';

const people = () => import('./users/PeoplePage.tsx').then(({ PeoplePage }) => ({ Component: PeoplePage }));
const passphrase = () => import('./users/PassphrasePage.tsx').then(({ PassphrasePage }) => ({ Component: PassphrasePage }));
const sheet = () => import('./users/RecoverySheetPage.tsx').then(({ RecoverySheetPage }) => ({ Component: RecoverySheetPage }));
const nicknames = () => import('./nicknames/NicknamesPage.tsx').then(({ NicknamesPage }) => ({ Component: NicknamesPage }));
const clusters = () => import('./clusters/ClustersPage.tsx').then(({ ClustersPage }) => ({ Component: ClustersPage }));
const cycles = () => import('./cycles/CyclesPage.tsx').then(({ CyclesPage }) => ({ Component: CyclesPage }));

/** The pages of the office. */
export const officeRoutes: RouteObject[] = [
  {
    path: 'office',
    children: [
      { index: true, element: <OfficeScreen /> },
      { path: 'people', lazy: people },
      { path: 'passphrase', lazy: passphrase },
      { path: 'recovery-sheet', lazy: sheet },
      { path: 'nicknames', lazy: nicknames },
      { path: 'cycles', lazy: cycles },
      { path: 'clusters', lazy: clusters },
    ],
  },
];
