// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { newChapterKeys } from '../../shared/store/keys.ts';
import { openTestChapter } from '../../shared/store/test-chapter.ts';
import { ChapterProvider } from './chapter.tsx';
import { DirectoryProvider, useDirectory } from './directory.tsx';
import { InApp } from '../ui/in-app.tsx';
import { useLiveQuery, useRecord } from './records.ts';

afterEach(cleanup);

function People({ id }: { id: string }) {
  const inDurham = useLiveQuery('people', { selector: { area: 'Durham' }, sort: [{ nameAsWritten: 'asc' }] });
  const binned = useLiveQuery('people', {}, 'only-bin');
  const one = useRecord('people', id);
  const found = useDirectory().search('lupita', { limit: 9 });
  const names = (all: readonly { readonly nameAsWritten: string }[] | undefined): string => all?.map(({ nameAsWritten }) => nameAsWritten).join('+') ?? '…';
  return <output>{[names(inDurham), names(binned), one === undefined ? '…' : (one?.nameAsWritten ?? 'nobody'), names(found)].join(' | ')}</output>;
}

test('screens follow what is saved, without the bin, and the directory follows too', async () => {
  const chapter = await openTestChapter('live', await newChapterKeys());
  const person = (nameAsWritten: string, area: string) => chapter.create('people', { nameAsWritten, area, contacts: [], affiliations: [] });
  const ana = await person('Ana Cruz', 'Durham');
  await person('Beto Paz', 'Cary');
  render(
    <ChapterProvider chapter={chapter}>
      <DirectoryProvider>
        <People id={ana.id} />
      </DirectoryProvider>
    </ChapterProvider>,
    { wrapper: InApp },
  );
  const says = (text: string) => waitFor(() => expect(screen.getByRole('status', { name: '' }).textContent).toBe(text));
  await waitFor(() => expect(document.querySelector('output')?.textContent).toBe('Ana Cruz |  | Ana Cruz | '));
  await act(() => person('María Guadalupe Ríos', 'Durham'));
  await waitFor(() => expect(document.querySelector('output')?.textContent).toBe('Ana Cruz+María Guadalupe Ríos |  | Ana Cruz | María Guadalupe Ríos'));
  await act(() => chapter.change('people', ana.id, { deletedAt: new Date().toISOString() }));
  await says('María Guadalupe Ríos | Ana Cruz | Ana Cruz | María Guadalupe Ríos');
  cleanup();
  await chapter.close();
});

test('there is no record outside of a chapter', () => {
  // React tells of the error that is asked for here.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<People id="person:x" />, { wrapper: InApp })).toThrow('no chapter is open here');
  quiet.mockRestore();
});
