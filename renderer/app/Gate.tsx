import { useCallback, useEffect, useState } from 'react';
import type { AccessEnd } from '../../shared/store/chapter-access.ts';
import type { ChapterJoin, ChapterListing } from '../../shared/store/chapter-types.ts';
import { RecordsMissing } from '../../shared/store/loss.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { NETWORK_DATABASE } from '../../shared/sync/contact.ts';
import { translator } from '../../shared/words/translate.ts';
import { HeadquartersPage } from '../headquarters/HeadquartersPage.tsx';
import { useHost } from './host.tsx';
import { Loading } from './Loading.tsx';
import { OpenChapter } from './OpenChapter.tsx';
import { BackupForm } from './opening/BackupForm.tsx';
import { AccessEnded } from './opening/AccessEnded.tsx';
import { ChapterInUse } from './opening/in-use.ts';
import { JoinForm } from './opening/JoinForm.tsx';
import { ListingFailure } from './opening/ListingFailure.tsx';
import { PRACTICE_PASSPHRASE } from './opening/practice.ts';
import { PracticeForm } from './opening/PracticeForm.tsx';
import { RecoveryPage } from './opening/RecoveryPage.tsx';
import { SheetForm, type NewPassphraseFor } from './opening/SheetForm.tsx';
import { StartForm } from './opening/StartForm.tsx';
import { UnlockForm } from './opening/UnlockForm.tsx';
import { UnreadableChapter } from './opening/UnreadableChapter.tsx';
import type { LostChapter } from './opening/use-recovery.ts';
import { Welcome, type FirstStep } from './opening/Welcome.tsx';
import type { Opening } from './opening-here.ts';
import { fillPracticeChapter } from './practice-chapter.ts';
import { connectAllNearby } from '../sync/neighbours/known-to-machine.ts';
import { holdChapter, type WindowHold } from './window-hold.ts';
import type { ShellParts } from './workplace.ts';

type Place =
  | { readonly at: 'looking' | 'welcome' | 'headquarters' | FirstStep }
  | { readonly at: 'failed'; readonly problem: unknown }
  | { readonly at: 'unlock'; readonly wasLocked: boolean }
  | { readonly at: 'sheet'; readonly database: string }
  | { readonly at: 'ended'; readonly end: AccessEnd }
  | { readonly at: 'unreadable'; readonly problem: NonNullable<ChapterListing['problem']> }
  | { readonly at: 'recovery'; readonly lost: LostChapter; readonly hold: WindowHold }
  | { readonly at: 'open'; readonly chapter: OpenedChapter; readonly hold: WindowHold };

/** Name under which this PC keeps which chapter was open last. */
const LAST = 'last-chapter';

/** From the first look at this PC to an opened chapter, and back to the lock screen. */
export function Gate({ opening, parts }: { opening: Opening; parts: ShellParts }) {
  const host = useHost();
  const [place, go] = useState<Place>({ at: 'looking' });
  const [listings, setListings] = useState<readonly ChapterListing[]>([]);
  const [last, setLast] = useState<string | null>(null);

  const look = useCallback(
    (wasLocked: boolean) =>
      Promise.all([opening.list(), host.keep.read(LAST).catch(() => null), host.sync.peer(NETWORK_DATABASE).catch(() => null)]).then(
        ([found, openLast, network]) => {
          setListings(found);
          setLast(openLast);
          const [problem] = found.flatMap((listing) => listing.problem ?? []);
          if (problem !== undefined && !wasLocked) go({ at: 'unreadable', problem });
          else if (found.some((listing) => !listing.problem)) go({ at: 'unlock', wasLocked });
          // A coordinator's PC without a chapter is there for the list.
          else go({ at: network === null ? 'welcome' : 'headquarters' });
        },
        (problem: unknown) => go({ at: 'failed', problem }),
      ),
    [opening, host],
  );
  useEffect(() => {
    look(false).catch(() => undefined);
  }, [look]);

  const enter = async (chapter: OpenedChapter, held?: WindowHold): Promise<void> => {
    const hold = held ?? (await holdChapter(chapter.database));
    if (hold === null) {
      await chapter.close();
      throw new ChapterInUse();
    }
    // The page that another chapter showed means nothing in this one.
    if (last !== null && last !== chapter.database) history.replaceState(null, '', '/');
    // Only the choice on the lock screen depends on it.
    await host.keep.write(LAST, chapter.database).catch(() => undefined);
    go({ at: 'open', chapter, hold });
  };
  /** Opens a chapter of this PC; when records are missing, `again` opens what is left. */
  const enterHere = async (database: string, open: () => Promise<OpenedChapter>, again: () => Promise<OpenedChapter>): Promise<void> => {
    const hold = await holdChapter(database);
    if (hold === null) throw new ChapterInUse();
    try {
      await enter(await open(), hold);
    } catch (problem) {
      if (problem instanceof RecordsMissing) return go({ at: 'recovery', lost: { database, loss: problem.loss, open: again }, hold });
      hold.release();
      throw problem;
    }
  };
  const unlock = (database: string, passphrase: string): Promise<void> =>
    enterHere(database, () => opening.unlock(database, passphrase), () => opening.unlock(database, passphrase, true));
  const openWithSheet = (database: string, { words, who, passphrase }: NewPassphraseFor): Promise<void> =>
    enterHere(
      database,
      () => opening.openWithSheet(database, words, who, passphrase),
      () => opening.openWithSheet(database, words, who, passphrase, true),
    );
  const practise = async (onProgress: (done: number, total: number) => void): Promise<void> => {
    const [es, en] = [translator('es', 'opening'), translator('en', 'opening')];
    const chapter = await opening.start({
      chapterName: { es: es('practice.chapterName'), en: en('practice.chapterName') },
      pcName: es('practice.pcName'),
      userName: 'Rosa Medrano',
      passphrase: PRACTICE_PASSPHRASE,
      areaCode: '919',
      phone: '(919) 555-0100',
      email: '',
      practice: true,
    });
    try {
      await fillPracticeChapter(chapter, onProgress);
    } catch (problem) {
      await chapter.close();
      throw problem;
    }
    await enter(chapter);
  };
  const joinBy = async (join: ChapterJoin, way: 'file' | 'network'): Promise<void> => {
    const chapter = await opening.join(join);
    // The records come from the PC that invited; it is found again under Send and receive when it is gone already.
    if (way === 'network') await connectAllNearby(chapter, host).catch(() => 0);
    await enter(chapter);
  };
  const close = useCallback(
    (end?: AccessEnd) => {
      if (place.at !== 'open') return;
      // The screens go first, so that nobody reads over the shoulder while the databases close.
      go({ at: 'looking' });
      const { chapter, hold } = place;
      const after = (wasLocked: boolean): void => {
        if (end === undefined) void look(wasLocked);
        else go({ at: 'ended', end });
      };
      void chapter
        .close()
        .finally(() => hold.release())
        .then(() => after(true), () => after(false));
    },
    [place, look],
  );

  const readable = listings.filter((listing) => listing.problem === undefined);
  const back = (): void => go(readable.length === 0 ? { at: 'welcome' } : { at: 'unlock', wasLocked: false });
  switch (place.at) {
    case 'looking':
      return <Loading />;
    case 'failed':
      return <ListingFailure problem={place.problem} onRetry={() => void look(false)} />;
    case 'welcome':
      return <Welcome onChoose={(step) => go({ at: step })} onHeadquarters={() => go({ at: 'headquarters' })} onBack={readable.length === 0 ? undefined : back} />;
    case 'headquarters':
      return <HeadquartersPage onBack={() => go({ at: 'welcome' })} />;
    case 'start':
      return <StartForm onStart={async (start) => enter(await opening.start(start))} onBack={() => go({ at: 'welcome' })} />;
    case 'join':
      return <JoinForm onJoin={joinBy} onBack={() => go({ at: 'welcome' })} />;
    case 'practice':
      return <PracticeForm onPractice={practise} onBack={() => go({ at: 'welcome' })} />;
    case 'backup':
      return (
        <BackupForm
          onRestore={async (bytes, passphrase, onProgress) => (await opening.bringingBack()).chapterFrom(bytes, passphrase, onProgress)}
          onOpen={({ chapter }) => enter(chapter)}
          onBack={() => go({ at: 'welcome' })}
        />
      );
    case 'unreadable':
      return <UnreadableChapter problem={place.problem} onChoose={(step) => go({ at: step })} onAnother={back} />;
    case 'recovery':
      return (
        <RecoveryPage
          lost={place.lost}
          bringing={opening.bringingBack}
          onDone={(chapter) => enter(chapter, place.hold)}
          onBack={() => {
            place.hold.release();
            go({ at: 'unlock', wasLocked: false });
          }}
        />
      );
    case 'unlock':
      return <UnlockForm listings={readable} first={last} wasLocked={place.wasLocked} onUnlock={unlock} onSheet={(database) => go({ at: 'sheet', database })} onAnother={() => go({ at: 'welcome' })} />;
    case 'sheet':
      return <SheetForm onRead={(words) => opening.administratorsOnSheet(place.database, words)} onOpen={(given) => openWithSheet(place.database, given)} onBack={back} />;
    case 'ended':
      return <AccessEnded end={place.end} onGoOn={() => void look(false)} />;
    case 'open':
      return <OpenChapter chapter={place.chapter} parts={parts} onClose={close} />;
  }
}
