import { Component, type ReactNode } from 'react';
import { QuietButton } from '../ui/Buttons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from './language.tsx';

function Sentence({ onAgain }: { onAgain: () => void }) {
  const t = useWords('shell');
  return (
    <div style={{ maxWidth: 640, margin: '64px auto', padding: 24 }}>
      <Notice kind="wrong" action={<QuietButton onClick={onAgain}>{t('failure.again')}</QuietButton>}>
        {t('failure.page')}
      </Notice>
    </div>
  );
}

/** The last net under everything: a sentence and a way on instead of an empty window. */
export class Failsafe extends Component<{ children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    // Starting anew asks for the passphrase again and loses nothing that was written.
    return this.state.failed ? <Sentence onAgain={() => location.reload()} /> : this.props.children;
  }
}
