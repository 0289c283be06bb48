import type { RouteObject } from 'react-router';

const people = () => import('./people/PeopleScreen.tsx').then(({ PeopleScreen }) => ({ Component: PeopleScreen }));
const institutions = () => import('./institutions/InstitutionsScreen.tsx').then(({ InstitutionsScreen }) => ({ Component: InstitutionsScreen }));
const teams = () => import('./teams/TeamsScreen.tsx').then(({ TeamsScreen }) => ({ Component: TeamsScreen }));
const duplicates = () => import('./duplicates/DuplicatesScreen.tsx').then(({ DuplicatesScreen }) => ({ Component: DuplicatesScreen }));
const merge = () => import('./duplicates/MergeScreen.tsx').then(({ MergeScreen }) => ({ Component: MergeScreen }));
const importing = () => import('./import/ImportScreen.tsx').then(({ ImportScreen }) => ({ Component: ImportScreen }));

/** People, institutions, teams, who is entered twice, and the import of a list. The list beside a page stays while another page is opened. */
export const membersRoutes: RouteObject[] = [
  {
    path: 'members',
    children: [
      { path: 'institutions', lazy: institutions, children: [{ index: true }, { path: ':institution' }] },
      { path: 'teams', lazy: teams, children: [{ index: true }, { path: ':team' }] },
      { path: 'duplicates', children: [{ index: true, lazy: duplicates }, { path: ':one/:other', lazy: merge }] },
      { path: 'import', lazy: importing },
      { lazy: people, children: [{ index: true }, { path: 'new' }, { path: 'table' }, { path: 'export' }, { path: 'people/:person' }] },
    ],
  },
];
