import Typography from '@mui/material/Typography';
import type { Institution, PowerGroup } from '../../../../shared/domain/institution.ts';
import { randomToken } from '../../../../shared/domain/record.ts';
import { powerSummary } from '../../../../shared/reports/power-summary.ts';
import { useWords } from '../../../app/language.tsx';
import { AddField } from '../../../ui/AddField.tsx';
import type { EditRecord } from '../../edit-record.ts';
import { PagePart, type Parts } from '../PagePart.tsx';
import { PowerRow } from './PowerRow.tsx';

const KEY_LENGTH = 12;

/** The positions and groups within an institution, who leads them and whom we have met; for organizers only (domain §2.2). */
export function PowerPart({ institution, edit, parts }: { institution: Institution; edit: EditRecord<'institutions'>; parts: Parts }) {
  const t = useWords(['institutions', 'members']);
  const groups = institution.powerAnalysis ?? [];
  const { following, followingMet, met } = powerSummary(groups);
  const summary =
    groups.length === 0
      ? t('power.none')
      : [t('power.groups', { count: groups.length }), t('power.metOf', { met, count: groups.length }), following === 0 ? '' : t('power.followingMet', { met: followingMet, following })].filter(Boolean).join(' · ');
  const change = (next: (groups: readonly PowerGroup[]) => PowerGroup[]): Promise<unknown> =>
    edit((now) => ({ powerAnalysis: next(now.powerAnalysis ?? []) }), (name) => t('members:undo.field', { field: t('power.title'), name }));
  return (
    <PagePart name="power" parts={parts} title={t('power.title')} summary={summary}>
      <Typography>{groups.length === 0 ? t('power.explain') : summary}</Typography>
      {groups.map((group) => (
        <PowerRow
          key={group.key}
          group={group}
          onChange={(patch) => change((now) => now.map((one) => (one.key === group.key ? { ...one, ...patch } : one)))}
          onRemove={() => change((now) => now.filter((one) => one.key !== group.key))}
        />
      ))}
      <AddField
        label={t(groups.length === 0 ? 'power.add' : 'power.another')}
        hint={t('power.addHint')}
        onAdd={(name) => change((now) => [...now, { key: randomToken(KEY_LENGTH), name }])}
      />
    </PagePart>
  );
}
