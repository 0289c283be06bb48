import { useWords } from '../../app/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import type { NeighbourStage } from './use-neighbours.ts';

/** What looking or connecting came to, in a sentence with what to do next. */
export function NeighbourOutcome({ stage, nameOf }: { stage: NeighbourStage; nameOf: (label: string) => string }) {
  const t = useWords('neighbours');
  switch (stage.at) {
    case 'looking':
      return <ProgressLine label={t('looking')} />;
    case 'connecting':
      return <ProgressLine label={t('connecting')} />;
    case 'found':
      if (stage.others.length > 0) return <Notice>{t('found', { count: stage.others.length })}</Notice>;
      return <Notice>{t(stage.known > 0 ? 'allKnown' : 'none')}</Notice>;
    case 'connected':
      return <Notice kind="good">{t('done', { name: nameOf(stage.label) })}</Notice>;
    case 'forgotten':
      return <Notice>{t('forgotten', { name: nameOf(stage.label) })}</Notice>;
    case 'failed':
      return <Notice kind="wrong">{t(`failed.${stage.problem}`)}</Notice>;
    default:
      return null;
  }
}
