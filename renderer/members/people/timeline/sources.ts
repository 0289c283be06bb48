import { codeLabel } from '../../../../shared/domain/codes.ts';
import type { OfficeRecord } from '../../../../shared/domain/office.ts';
import { seatsOf } from '../../../../shared/domain/votes.ts';
import { todayHere } from '../../../../shared/words/date.ts';
import { institutionPath, teamPath } from '../../paths.ts';
import type { TimelineItem, TimelineSource, TimelineWords } from './timeline-source.ts';

const roles: TimelineSource<'office'> = {
  kind: 'role',
  collection: 'office',
  isForOrganizers: false,
  selector: (ids) => ({ kind: 'team', seats: { $elemMatch: { person: { $in: ids } } } }),
  items: (records, { t, lang, ids }) =>
    seatsOf((id) => ids.includes(id), of('team', records)).flatMap(({ team, seat: { key, role, from, to } }): TimelineItem[] => {
      const words = { role: t(`timeline.seat.${role}`), team: team.title[lang] || team.title.es || team.title.en || t('timeline.aTeam') };
      const path = teamPath(team.id);
      const began: TimelineItem = { key: `${team.id} ${key}`, kind: 'role', on: from, text: t('timeline.role', words), path };
      return to === undefined ? [began] : [began, { key: `${team.id} ${key} to`, kind: 'role', on: to, text: t('timeline.roleEnded', words), path }];
    }),
};

const consents: TimelineSource<'office'> = {
  kind: 'consent',
  collection: 'office',
  isForOrganizers: false,
  selector: (ids) => ({ kind: 'consent', person: { $in: ids } }),
  items: (records, { t, lang }) =>
    of('consent', records).map(({ id, on, isGiven, scope }) => ({
      key: id,
      kind: 'consent',
      on,
      text: t(isGiven ? 'timeline.consentYes' : 'timeline.consentNo', { scope: codeLabel('consent_scope', scope, lang) }),
    })),
};

const steps: TimelineSource<'office'> = {
  kind: 'ladder',
  collection: 'office',
  isForOrganizers: true,
  selector: (ids) => ({ kind: 'ladder', person: { $in: ids } }),
  items: (records, { t, lang }) =>
    of('ladder', records).map(({ id, on, rung, evidence }) => ({
      key: id,
      kind: 'ladder',
      on,
      text: [t('timeline.ladder', { rung: codeLabel('ladder', rung, lang) }), evidence].filter(Boolean).join(' · '),
    })),
};

const skills: TimelineSource<'office'> = {
  kind: 'skill',
  collection: 'office',
  isForOrganizers: true,
  selector: (ids) => ({ kind: 'skill', person: { $in: ids } }),
  items: (records, { t, lang }) =>
    of('skill', records).map(({ id, on, skill, mark }) => ({ key: id, kind: 'skill', on, text: t('skill.markWhat', { mark: t(`skill.mark.${mark}`), skill: codeLabel('skill', skill, lang) }) })),
};

const visits: TimelineSource<'programs'> = {
  kind: 'visit',
  collection: 'programs',
  isForOrganizers: false,
  selector: (ids) => ({ visitors: { $elemMatch: { $in: ids } } }),
  items: (records, { t, lang, institution }) =>
    records.map((visit) => ({
      key: visit.id,
      kind: 'visit',
      on: visit.on,
      text: t('timeline.visit', { kind: codeLabel('coaching_kind', visit.kind, lang), institution: institution(visit.institution) || t('timeline.anInstitution') }),
      path: institutionPath(visit.institution),
    })),
};

const written: TimelineSource<'people'> = {
  kind: 'written',
  collection: 'people',
  isForOrganizers: false,
  selector: (ids) => ({ id: { $in: ids } }),
  items: (records, { t }) =>
    records.flatMap(({ id, createdAt, source }) => {
      if (createdAt === undefined) return [];
      return [{ key: id, kind: 'written' as const, on: todayHere(new Date(createdAt)), text: t(`timeline.since.${source?.kind ?? 'typed'}`) }];
    }),
};

/** Those of the office's records that are of one kind. */
function of<K extends OfficeRecord['kind']>(kind: K, records: readonly OfficeRecord[]): Extract<OfficeRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<OfficeRecord, { kind: K }> => record.kind === kind);
}

/** A source with its collection's type put aside, so that all of them stand in one list. */
export interface AnySource extends Omit<TimelineSource, 'items'> {
  readonly items: (records: readonly never[], words: TimelineWords) => readonly TimelineItem[];
}

/** Everything that a timeline is made of, besides the meetings, which are found by their sheets. */
export const TIMELINE_SOURCES: readonly AnySource[] = [roles, consents, steps, skills, visits, written];
