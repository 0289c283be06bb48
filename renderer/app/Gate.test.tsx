// @vitest-environment happy-dom
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringingBack } from '../../shared/store/bring-back.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { newTestPc } from '../../shared/store/test-chapter.ts';
import { administratorsOnSheet, joinChapter, listChapters, openWithSheet, startChapter, unlockChapter } from '../../shared/store/opening.ts';
import { translator } from '../../shared/words/translate.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { Gate } from './Gate.tsx';
import { HostProvider } from './host.tsx';
import { LanguageProvider } from './language.tsx';
import { LookProvider } from './look.tsx';
import { NoticesProvider } from './notices.tsx';
import type { Opening } from './opening-here.ts';
import { PRACTICE_PASSPHRASE } from './opening/practice.ts';
import { useLiveQuery } from './records.ts';
import { useSave } from './saving.ts';
import { tellUnexpected } from './UnexpectedNotice.tsx';
import type { ShellParts } from './workplace.ts';

const [t, shell] = [translator('en', 'opening'), translator('en', 'shell')];
const LABEL = 'Notes';

function Notes() {
  const first = useLiveQuery('people', { sort: [{ nameAsWritten: 'asc' }], limit: 1 })?.[0];
  const save = useSave();
  return (
    <>
      <PageTitle title={LABEL} />
      {first === undefined ? null : (
        <SavedTextField label={LABEL} value={first.notes} onSave={(notes) => save.change('people', first.id, { notes }, { undoLabel: LABEL })} />
      )}
    </>
  );
}

const PARTS: ShellParts = { workplaces: [{ key: 'home', path: '/', Icon: HomeOutlined, routes: [{ index: true, element: <Notes /> }] }], Status: null };

/** A PC with PouchDB in memory, and its screen. */
function showPc() {
  const host = newTestHost();
  const place = { adapter: 'memory', prefix: newTestPc().prefix, onFailure: tellUnexpected };
  const opening: Opening = {
    list: () => listChapters(host),
    start: (start) => toClose(startChapter(host, place, start)),
    unlock: (database, passphrase, acceptMissing) => toClose(unlockChapter(host, place, database, passphrase, acceptMissing)),
    join: (join) => joinChapter(host, place, join),
    administratorsOnSheet: (database, words) => administratorsOnSheet(host, database, words),
    openWithSheet: (database, words, who, passphrase, acceptMissing) => openWithSheet(host, place, database, words, who, passphrase, acceptMissing),
    bringingBack: () => Promise.resolve(bringingBack(host, place)),
  };
  return render(
    <HostProvider host={host}>
      <LanguageProvider first="en">
        <LookProvider>
          <NoticesProvider>
            <Gate opening={opening} parts={PARTS} />
          </NoticesProvider>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>,
  );
}

const held = new Set<string>();
const opened: OpenedChapter[] = [];
/** Open ones count for every test of the process: RxDB has room for one. */
async function toClose(opening: Promise<OpenedChapter>): Promise<OpenedChapter> {
  opened.push(await opening);
  return opening;
}
beforeEach(() => {
  history.replaceState(null, '', '/');
  vi.stubGlobal('navigator', { ...navigator, locks: { request: lockOnce } });
});
afterEach(async () => {
  cleanup();
  held.clear();
  vi.unstubAllGlobals();
  for (const chapter of opened.splice(0)) await chapter.close();
});

async function lockOnce(name: string, options: LockOptions, hold: (lock: object | null) => unknown): Promise<unknown> {
  while (held.has(name)) {
    options.signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  held.add(name);
  await hold({ name });
  held.delete(name);
  return undefined;
}

const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};
const typePassphrase = async (text: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(t('unlock.passphrase')), { target: { value: text } });
  await press(t('unlock.action'));
};

test('from the first run through practice to the lock and back, and what was half typed is there', { timeout: 60_000 }, async () => {
  showPc();
  await press(new RegExp(t('welcome.practice')));
  await press(t('practice.action'));
  const box = await screen.findByLabelText<HTMLInputElement>(LABEL);
  expect(document.title).toBe(`${LABEL} · Convoca`);
  fireEvent.change(box, { target: { value: 'media frase' } });
  fireEvent.keyDown(window, { key: 'F12' });

  expect(await screen.findByText(t('unlock.locked'))).toBeDefined();
  expect(screen.queryByLabelText(LABEL)).toBeNull();
  await typePassphrase('otra cosa');
  expect((await screen.findByRole('alert')).textContent).toContain(t('problem.wrong-passphrase'));

  await typePassphrase(PRACTICE_PASSPHRASE);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(LABEL).value).toBe('media frase'));
});

test('a chapter that another window holds is not opened, and can be once it is let go', { timeout: 60_000 }, async () => {
  showPc();
  await press(new RegExp(t('welcome.practice')));
  await press(t('practice.action'));
  await screen.findByLabelText(LABEL);
  const [name = ''] = held;
  expect(name).toMatch(/^convoca-chapter-/);
  await press(shell('lock.action'));
  await screen.findByText(t('unlock.locked'));
  expect(held.size).toBe(0);

  held.add(name);
  await typePassphrase(PRACTICE_PASSPHRASE);
  expect((await screen.findByRole('alert')).textContent).toContain(t('inUse.text'));
  held.clear();
  await press(translator('en', 'common')('tryAgain'));
  expect(await screen.findByLabelText(LABEL)).toBeDefined();
});
