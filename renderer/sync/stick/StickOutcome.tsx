import Typography from '@mui/material/Typography';
import { useHost } from '../../app/host.tsx';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWhen } from '../when.ts';
import { useStickSentence } from './use-stick-sentence.ts';
import type { StickStage } from './stick-work.ts';

interface OutcomeProps {
  readonly stage: StickStage;
  readonly nameOf: (device: string) => string;
  readonly onAnswer: (goOn: boolean) => void;
}

/** How saving or reading ended, or what must be answered first. */
export function StickOutcome({ stage, nameOf, onAnswer }: OutcomeProps) {
  const t = useWords('stick');
  const { kind } = useHost();
  const when = useWhen();
  const sentence = useStickSentence();
  switch (stage.at) {
    case 'saved':
      return (
        <Notice kind="good">
          {t('saved', { count: stage.saved.records, size: sizeOf(stage.saved.bytes) })} {t(kind === 'browser' ? 'whereBrowser' : 'whereChosen')}
        </Notice>
      );
    case 'read': {
      const { reading } = stage;
      return (
        <>
          <Notice kind="good">
            {t('readFrom', { name: nameOf(reading.device), when: when(reading.savedAt) })} {reading.brought === 0 ? t('nothingNew') : t('brought', { count: reading.brought })}
          </Notice>
          {reading.missing > 0 ? <Notice kind="careful">{t('missing', { count: reading.missing, name: nameOf(reading.device) })}</Notice> : null}
        </>
      );
    }
    case 'asks':
      return (
        <Notice
          kind="careful"
          action={
            <>
              <QuietButton onClick={() => onAnswer(true)}>{t('asks.goOn')}</QuietButton>
              <QuietButton onClick={() => onAnswer(false)}>{t('asks.leave')}</QuietButton>
            </>
          }
        >
          <Typography>{t('asks.question', { vanishing: stage.asked.vanishing, living: stage.asked.living })}</Typography>
        </Notice>
      );
    case 'stopped':
      return <Notice>{t(stage.doing === 'saving' ? 'stoppedSaving' : 'stoppedReading')}</Notice>;
    case 'failed':
      return <Notice kind="wrong">{sentence(stage.doing, stage.problem)}</Notice>;
    default:
      return null;
  }
}

/** Megabytes, one place after the point. */
function sizeOf(bytes: number): number {
  return Math.max(0.1, Math.round(bytes / 100_000) / 10);
}
