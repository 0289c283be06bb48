import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/500.css';
import '@fontsource/atkinson-hyperlegible-next/700.css';
import { createRoot } from 'react-dom/client';
import { newRecordId, randomToken } from '../../../shared/domain/record.ts';
import { newChapterKeys } from '../../../shared/store/keys.ts';
import { loadAdapter } from '../../../shared/store/pouch-adapters.ts';
import { openRecords } from '../../../shared/store/open-records.ts';
import { newTestHost } from '../../../shared/store/test-host.ts';
import type { SyncStatus as Status } from '../../../shared/sync/status.ts';
import type { LogLine } from '../../../shared/sync/sync-log.ts';
import { HostProvider } from '../../../renderer/app/host.tsx';
import { LanguageProvider } from '../../../renderer/app/language.tsx';
import { LookProvider } from '../../../renderer/app/look.tsx';
import { NoticesProvider } from '../../../renderer/app/notices.tsx';
import { OpenChapter } from '../../../renderer/app/OpenChapter.tsx';
import { PARTS } from '../../../renderer/app/workplaces.tsx';
import { HeadquartersPage } from '../../../renderer/headquarters/HeadquartersPage.tsx';
import { useSyncSession } from '../../../renderer/sync/session-here.ts';
import { SyncStatus } from '../../../renderer/sync/SyncStatus.tsx';

declare global {
  var showStatus: (status: Status, log: readonly LogLine[]) => void;
  var refusedId: string;
}

/** The app's own status line, with a hand on the session that it looks at. */
function FedStatus() {
  const session = useSyncSession();
  globalThis.showStatus = (status, log) => {
    Object.defineProperty(session, 'log', { configurable: true, get: () => log });
    session.status.next(status);
  };
  return <SyncStatus />;
}

/** The app as people see it, on records of its own in this browser, so that its states can be shown one after the other. */
const host = newTestHost();
const id = randomToken(20);
const device = newRecordId('device');
await loadAdapter('idb');
const chapter = await openRecords({ id, keys: await newChapterKeys(), user: { id: 'user:rosa', name: 'Rosa' }, device, adapter: 'idb', onFailure: (problem) => console.error(problem) });
await chapter.create('office', { kind: 'settings', chapterName: { es: 'Capítulo Durham', en: 'Durham Chapter' }, letterhead: { phone: '', email: '', address: '' }, areaCode: '919', paper: 'letter' });
await chapter.create('office', { kind: 'device', name: 'Oficina 1', letter: 'A', codesGiven: 0 });
globalThis.refusedId = (await chapter.create('people', { nameAsWritten: 'Guadalupe Hernández Ríos', contacts: [], affiliations: [] })).id;
if (!location.search.includes('unconnected')) await host.sync.setPeer(chapter.database, { address: 'https://records.example.org', account: 'durham-1', password: 'x', label: 'headquarters' });
if (location.search.includes('coordinator')) await host.sync.setPeer('network', { address: 'https://records.example.org', account: 'coordinator-rosa', password: 'x', label: 'headquarters' });
const isBefore = location.search.includes('before');

const ground = document.getElementById('root');
if (ground === null) throw new Error('no ground');
createRoot(ground).render(
  <HostProvider host={host}>
    <LanguageProvider first="es">
      <LookProvider>
        <NoticesProvider>
          {isBefore ? <HeadquartersPage onBack={() => undefined} /> : <OpenChapter chapter={chapter} parts={{ ...PARTS, Status: FedStatus }} onClose={() => undefined} />}
        </NoticesProvider>
      </LookProvider>
    </LanguageProvider>
  </HostProvider>,
);
