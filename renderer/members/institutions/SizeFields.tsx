import { codesOf, listLabel } from '../../../shared/domain/codes.ts';
import { institution as shape, type Institution } from '../../../shared/domain/institution.ts';
import { inLanguage } from '../../../shared/words/bilingual.ts';
import { useOfficeRecords } from '../../app/office-records.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { SavedChoiceField } from '../../ui/SavedChoiceField.tsx';
import { SavedCountField } from '../../ui/SavedCountField.tsx';
import type { Fields } from '../edit-record.ts';

const BANDS = shape.shape.sizeBand.unwrap().options;

/** How large an institution is, how it knows organizing, and the cluster it takes part in where there are clusters. */
export function SizeFields({ institution, saved }: { institution: Fields<'institutions'>; saved: (patch: Partial<Institution>, field: string) => Promise<unknown> }) {
  const t = useWords('institutions');
  const words = useWords('structure');
  const { lang } = useLanguage();
  const clusters = useOfficeRecords('cluster') ?? [];
  const experience = listLabel('organizing_experience', lang);
  return (
    <>
      <SavedChoiceField
        label={t('size.band')}
        choices={BANDS.map((value) => ({ value, label: t('size.people', { band: value }) }))}
        value={institution.sizeBand}
        onSave={(sizeBand) => saved({ sizeBand }, t('size.band'))}
      />
      <SavedCountField label={t('size.attendance')} hint={t('size.attendanceHint')} value={institution.usualAttendance} onSave={(usualAttendance) => saved({ usualAttendance }, t('size.attendance'))} />
      <SavedChoiceField
        label={experience}
        choices={codesOf('organizing_experience').map((code) => ({ value: code.code, label: code[lang] }))}
        value={institution.organizingExperience}
        onSave={(organizingExperience) => saved({ organizingExperience }, experience)}
      />
      {clusters.length === 0 ? null : (
        <SavedChoiceField
          label={t('size.cluster')}
          choices={clusters.map(({ id, title }) => ({ value: id, label: inLanguage(title, lang) || words('cluster.untitled') }))}
          // One in the bin is no choice any more.
          value={clusters.find(({ id }) => id === institution.cluster)?.id}
          onSave={(cluster) => saved({ cluster }, t('size.cluster'))}
        />
      )}
    </>
  );
}
