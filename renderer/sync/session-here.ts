import { useEffect, useState } from 'react';
import type { Host } from '../../shared/host.ts';
import type { OpenedChapter } from '../../shared/store/open-records.ts';
import { SyncSession } from '../../shared/sync/session.ts';
import { FIRST_STATUS, type SyncStatus } from '../../shared/sync/status.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { wireHere } from './wire-here.ts';

/** One session a chapter, however many parts of the screen look at it. */
const sessions = new WeakMap<OpenedChapter, SyncSession>();

function sessionOf(chapter: OpenedChapter, host: Host): SyncSession {
  const known = sessions.get(chapter);
  if (known) return known;
  const fresh = new SyncSession(chapter, host.sync, wireHere());
  sessions.set(chapter, fresh);
  return fresh;
}

/** The session that sends and receives this chapter's records. */
export function useSyncSession(): SyncSession {
  return sessionOf(useChapter(), useHost());
}

/** What is safe where, followed live. */
export function useSyncStatus(): SyncStatus {
  const session = useSyncSession();
  const [status, show] = useState<SyncStatus>(session.status.value ?? FIRST_STATUS);
  useEffect(() => {
    const following = session.status.subscribe(show);
    return () => following.unsubscribe();
  }, [session]);
  return status;
}
