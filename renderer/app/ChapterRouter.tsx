import { useEffect, useState, type ComponentType } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Loading } from './Loading.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { PageFailure } from './PageFailure.tsx';
import { Shell } from './Shell.tsx';
import type { Workplace } from './workplace.ts';

/** The pages of an opened chapter. A page that fails is replaced by a sentence; rail and top bar stay. */
export function ChapterRouter({ workplaces, Status, onLock }: { workplaces: readonly Workplace[]; Status: ComponentType | null; onLock: () => void }) {
  const [router] = useState(() =>
    createBrowserRouter([
      {
        element: <Shell workplaces={workplaces} Status={Status} onLock={onLock} />,
        errorElement: <PageFailure />,
        hydrateFallbackElement: <Loading />,
        children: [
          {
            errorElement: <PageFailure />,
            children: [...workplaces.flatMap(({ routes }) => routes), { path: '*', element: <NoSuchPage /> }],
          },
        ],
      },
    ]),
  );
  useEffect(() => () => router.dispose(), [router]);
  return <RouterProvider router={router} />;
}
