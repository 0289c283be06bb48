import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { codesOf } from '../../../../shared/domain/codes.ts';
import { duesReport, type DuesAccount } from '../../../../shared/reports/dues-account.ts';
import { pipelineOf } from '../../../../shared/reports/pipeline.ts';
import { dateInWords, todayHere } from '../../../../shared/words/date.ts';
import { moneyInWords } from '../../../../shared/words/money.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { institutionPath } from '../../paths.ts';
import { useAllDues } from '../dues/use-dues.ts';
import { useInstitutions } from '../use-institutions.ts';
import { useStandings } from '../use-standings.ts';
import { useStatusWords } from '../use-status-words.ts';

const CELL = { py: 1, pr: 2, borderBottom: 1, borderColor: 'divider', textAlign: 'left', fontWeight: 400 } as const;
const FIGURE = { ...CELL, pr: 0, textAlign: 'right' } as const;

/** All institutions at a glance: how many stand where and for how long, and the chapter's dues (domain §4.10). */
export function InstitutionsOverview() {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const standings = useStandings();
  const accounts = useAllDues();
  const words = useStatusWords();
  const steps = pipelineOf([...standings.values()], codesOf('institution_status').map(({ code }) => code), todayHere());
  return (
    <>
      <Typography variant="h1" component="h2" sx={{ pt: '2px', mb: 1 }}>
        {t('overview.title')}
      </Typography>
      <Table
        title={t('overview.pipeline')}
        head={[t('overview.state'), t('overview.count'), t('overview.days')]}
        rows={steps.map(({ status, count, medianDays }) => ({
          key: status,
          cells: [words(status) || t('standing.none'), new Intl.NumberFormat(lang === 'es' ? 'es-US' : 'en-US').format(count), medianDays === null ? t('overview.notKnown') : t('standing.days', { count: medianDays })],
        }))}
      />
      {accounts === undefined ? null : <Dues accounts={accounts} />}
    </>
  );
}

/** Billed, paid, owed and the share that is paid up; then who owes, the most first. */
function Dues({ accounts }: { accounts: ReadonlyMap<string, DuesAccount> }) {
  const t = useWords('institutions');
  const { lang } = useLanguage();
  const { byId } = useInstitutions();
  const { billed, paid, arrears, paying, current, waived } = duesReport([...accounts.values()]);
  if (billed === 0 && paid === 0 && paying === 0 && waived === 0) return <Section title={t('dues.title')} empty={t('overview.noDues')} />;
  const owing = [...accounts].filter(([, account]) => account.arrears > 0).sort(([, one], [, other]) => other.arrears - one.arrears);
  const share = new Intl.NumberFormat(lang === 'es' ? 'es-US' : 'en-US', { style: 'percent' }).format(paying === 0 ? 0 : current / paying);
  const money = (cents: number): string => moneyInWords(cents, lang);
  return (
    <>
      <Table
        title={t('dues.title')}
        note={t('dues.asOf', { date: dateInWords(todayHere(), lang) })}
        rows={[
          { key: 'billed', cells: [t('dues.billed'), money(billed)] },
          { key: 'paid', cells: [t('dues.paid'), money(paid)] },
          { key: 'arrears', cells: [t('dues.arrears'), money(arrears)] },
          { key: 'current', cells: [t('overview.current'), paying === 0 ? t('overview.notKnown') : t('overview.currentOf', { share, current, count: paying })] },
          ...(waived === 0 ? [] : [{ key: 'waived', cells: [t('overview.waived'), t('overview.waivedCount', { count: waived })] }]),
        ]}
      />
      {owing.length === 0 ? null : (
        <Table
          title={t('overview.owing')}
          rows={owing.map(([id, account]) => ({
            key: id,
            cells: [
              <Link key={id} to={institutionPath(id)}>
                {byId.get(id)?.name ?? ''}
              </Link>,
              money(account.arrears),
            ],
          }))}
        />
      )}
    </>
  );
}

/** A small table; the first cell of a row says what it is of, the others are figures. */
function Table({ title, note, head, rows }: { title: string; note?: string; head?: readonly string[]; rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[] }) {
  return (
    <Section title={title}>
      <Box component="table" aria-label={title} className="figures" sx={{ width: '100%', borderCollapse: 'collapse' }}>
        {head === undefined ? null : (
          <thead>
            <tr>
              {head.map((text, at) => (
                <Box component="th" scope="col" key={text} sx={{ ...(at === 0 ? CELL : FIGURE), typography: 'body2', color: 'text.secondary' }}>
                  {text}
                </Box>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ key, cells: [first, ...figures] }) => (
            <tr key={key}>
              <Box component="th" scope="row" sx={CELL}>
                {first}
              </Box>
              {figures.map((cell, at) => (
                <Box component="td" key={at} sx={FIGURE}>
                  {cell}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      {note === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {note}
        </Typography>
      )}
    </Section>
  );
}
