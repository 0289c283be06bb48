import { useState } from 'react';
import type { ChapterListing } from '../../../shared/store/chapter-types.ts';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { ChapterInUse } from './in-use.ts';
import { OpeningForm } from './OpeningForm.tsx';
import { OpeningPage } from './OpeningPage.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { PRACTICE_PASSPHRASE } from './practice.ts';
import { useOpeningAction } from './use-opening-action.ts';

/** The lock screen: which chapter, and its passphrase. It knows no records. */
export function UnlockForm({
  listings,
  first,
  wasLocked,
  onUnlock,
  onSheet,
  onAnother,
}: {
  listings: readonly ChapterListing[];
  /** Database that was open last on this PC. */
  first: string | null;
  wasLocked: boolean;
  onUnlock: (database: string, passphrase: string) => Promise<void>;
  /** Someone holds the recovery sheet of that chapter. */
  onSheet: (database: string) => void;
  onAnother: () => void;
}) {
  const t = useWords(['opening', 'users', 'common']);
  const { lang } = useLanguage();
  const action = useOpeningAction();
  const [database, choose] = useState(() => listings.find((listing) => listing.database === first)?.database ?? listings[0]?.database ?? '');
  const [passphrase, setPassphrase] = useState('');
  const chosen = listings.find((listing) => listing.database === database);
  const nameOf = (listing: ChapterListing): string => listing.name[lang] || listing.name.es || listing.name.en;
  const open = (): boolean => {
    if (passphrase === '') return false;
    action.run(() => onUnlock(database, passphrase));
    return true;
  };
  const inUse = action.problem instanceof ChapterInUse;
  const problemAction = inUse ? (
    <QuietButton onClick={() => open()}>{t('common:tryAgain')}</QuietButton>
  ) : undefined;
  const many = listings.length > 1;
  return (
    <OpeningPage title={many || chosen === undefined ? t('opening:unlock.titleMany') : t('opening:unlock.title', { name: nameOf(chosen) })}>
      <OpeningForm action={action} verb={t('opening:unlock.action')} workingVerb={t('opening:unlock.opening')} onSubmit={() => open()} problemAction={problemAction}>
        {wasLocked && action.problem === null ? <Notice kind="good">{t('opening:unlock.locked')}</Notice> : null}
        {many ? (
          <ChoiceField
            label={t('opening:unlock.chapter')}
            choices={listings.map((listing) => ({ value: listing.database, label: nameOf(listing) }))}
            value={database}
            canBeEmpty={false}
            onChange={choose}
          />
        ) : null}
        <PassphraseField
          autoFocus
          label={t('opening:unlock.passphrase')}
          hint={chosen?.practice === true ? t('opening:unlock.practiceHint', { passphrase: PRACTICE_PASSPHRASE }) : undefined}
          value={passphrase}
          onChange={setPassphrase}
        />
      </OpeningForm>
      <div style={{ marginTop: 32, marginLeft: -8, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 8 }}>
        {chosen?.hasSheet === true ? <TextButton onClick={() => onSheet(database)}>{t('users:open.link')}</TextButton> : null}
        <TextButton onClick={onAnother}>{t('opening:unlock.another')}</TextButton>
      </div>
    </OpeningPage>
  );
}
