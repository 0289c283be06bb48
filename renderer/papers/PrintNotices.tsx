import { useWords } from '../app/language.tsx';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { PrintNotice } from './use-print-job.ts';

interface PrintNoticesProps {
  readonly notice: PrintNotice | null;
  readonly code: string | null;
  readonly canPrefill: boolean;
  readonly onPrint: () => void;
  readonly onAnother: () => void;
}

/** What happened to the sheet, and the next thing to press. */
export function PrintNotices({ notice, code, canPrefill, onPrint, onAnother }: PrintNoticesProps) {
  const t = useWords('papers');
  if (notice === 'failedCode') return <Notice kind="wrong">{t('notice.failedCode')}</Notice>;
  if (notice === 'failedPrint') return <Notice kind="wrong">{t('notice.failedPrint', { code: code ?? '' })}</Notice>;
  if (notice === 'usePrint') {
    return (
      <Notice
        action={
          <QuietButton autoFocus onClick={onPrint}>
            {t('notice.openPrint')}
          </QuietButton>
        }
      >
        {t('notice.usePrint')}
      </Notice>
    );
  }
  if (code !== null) {
    return (
      <Notice kind={notice === null ? 'info' : 'good'} action={<QuietButton onClick={onAnother}>{t('toolbar.newSheet')}</QuietButton>}>
        {notice === 'savedPdf' ? `${t('notice.savedPdf')} ` : ''}
        {t('notice.given', { code })}
      </Notice>
    );
  }
  return canPrefill ? null : <Notice>{t('toolbar.noNames')}</Notice>;
}
