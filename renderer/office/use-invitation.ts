import { useCallback, useEffect, useState } from 'react';
import type { ChapterRole } from '../../shared/domain/role.ts';
import { makeInvitation } from '../../shared/store/inviting.ts';
import { useChapter } from '../app/chapter.tsx';
import { useHost } from '../app/host.tsx';
import { useLanguage, useWords } from '../app/language.tsx';

export type InvitationStage =
  | { readonly at: 'start' | 'making' | 'notSaved' | 'notAnnounced' }
  | { readonly at: 'failed'; readonly problem: unknown }
  | { readonly at: 'saved' | 'offered'; readonly words: readonly string[] };

/** Makes one invitation at a time: saved as a file, or offered on this network as long as the screen is open. */
export function useInvitation(): {
  readonly stage: InvitationStage;
  readonly isConnected: boolean;
  readonly save: (role: ChapterRole) => Promise<void>;
  readonly offer: (role: ChapterRole) => Promise<void>;
  readonly end: () => void;
} {
  const t = useWords('office');
  const chapter = useChapter();
  const host = useHost();
  const { lang } = useLanguage();
  const [stage, setStage] = useState<InvitationStage>({ at: 'start' });
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    void host.sync.peer(chapter.database).then((peer) => setConnected(peer !== null));
  }, [host, chapter]);
  const endOffer = useCallback(() => void host.sharing.endOffer().catch(() => undefined), [host]);
  const isOffered = stage.at === 'offered';
  useEffect(() => (isOffered ? endOffer : undefined), [isOffered, endOffer]);

  const make = async (role: ChapterRole, hand: (bytes: Uint8Array) => Promise<InvitationStage['at']>): Promise<void> => {
    setStage({ at: 'making' });
    try {
      const { bytes, words } = await makeInvitation(host, chapter, lang, role);
      const at = await hand(bytes);
      setStage(at === 'saved' || at === 'offered' ? { at, words } : { at: at === 'failed' ? 'start' : at });
    } catch (problem) {
      setStage({ at: 'failed', problem });
    }
  };
  const save = (role: ChapterRole): Promise<void> =>
    make(role, async (bytes) => ((await host.files.save(`${t('invite.fileName')}.convoca`, 'application/octet-stream', bytes)) ? 'saved' : 'notSaved'));
  const offer = (role: ChapterRole): Promise<void> =>
    make(role, async (bytes) => {
      const { problem } = await host.sharing.offer(bytes);
      if (problem !== null) {
        await host.sharing.endOffer();
        return 'notAnnounced';
      }
      // Without a server, the records can only come from here.
      if (!isConnected) await host.sharing.start(chapter.database);
      return 'offered';
    });
  return { stage, isConnected, save, offer, end: () => setStage({ at: 'start' }) };
}
