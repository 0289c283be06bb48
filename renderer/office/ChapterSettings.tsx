import Box from '@mui/material/Box';
import { useState } from 'react';
import type { OfficeRecord, Settings } from '../../shared/domain/office.ts';
import type { Change } from '../../shared/store/chapter-types.ts';
import { useWords } from '../app/language.tsx';
import { useSave } from '../app/saving.ts';
import { BilingualField } from '../ui/BilingualField.tsx';
import { SavedChoiceField } from '../ui/SavedChoiceField.tsx';
import { SavedTextField } from '../ui/SavedTextField.tsx';
import { Section } from '../ui/Section.tsx';

const PAPERS = ['letter', 'legal', 'a4'] as const;

/** The chapter's own lines: name, letterhead of every paper, area code, paper (domain §2.1). */
export function ChapterSettings({ settings }: { settings: Settings }) {
  const t = useWords('office');
  const save = useSave();
  const [isAreaCodeWrong, setAreaCodeWrong] = useState(false);
  const change = (field: string, patch: Change<Settings>): Promise<unknown> =>
    save.change('office', settings.id, patch as Change<OfficeRecord>, { undoLabel: t('undo.changed', { field }) });
  const letterhead = (field: string, line: Partial<Settings['letterhead']>): Promise<unknown> =>
    change(field, (now) => ({ letterhead: { ...now.letterhead, ...line } }));
  const saveAreaCode = async (typed: string): Promise<void> => {
    const digits = typed.replace(/\D/g, '');
    const isWrong = digits !== '' && digits.length !== 3;
    setAreaCodeWrong(isWrong);
    if (!isWrong) await change(t('chapter.areaCode'), { areaCode: digits });
  };
  return (
    <Section title={t('chapter.title')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <BilingualField label={t('chapter.name')} value={settings.chapterName} onSave={(next) => change(t('chapter.name'), (now) => ({ chapterName: next(now.chapterName) }))} />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
          <SavedTextField label={t('chapter.phone')} type="tel" value={settings.letterhead.phone} onSave={(phone) => letterhead(t('chapter.phone'), { phone })} />
          <SavedTextField label={t('chapter.email')} type="email" value={settings.letterhead.email} onSave={(email) => letterhead(t('chapter.email'), { email })} />
        </Box>
        <SavedTextField label={t('chapter.address')} value={settings.letterhead.address} onSave={(address) => letterhead(t('chapter.address'), { address })} />
        <SavedTextField
          label={t('chapter.areaCode')}
          hint={t('chapter.areaCodeHint')}
          error={isAreaCodeWrong ? t('chapter.areaCodeWrong') : undefined}
          inputMode="numeric"
          value={settings.areaCode}
          onSave={saveAreaCode}
        />
        <SavedChoiceField
          label={t('chapter.paper')}
          value={settings.paper}
          choices={PAPERS.map((value) => ({ value, label: t(`chapter.paperKind.${value}`) }))}
          onSave={(paper) => change(t('chapter.paper'), { paper: paper ?? 'letter' })}
        />
      </Box>
    </Section>
  );
}
