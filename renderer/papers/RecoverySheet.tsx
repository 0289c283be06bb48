import type { CSSProperties } from 'react';
import { recoverySheetSpace, type RecoverySheetContent } from '../../shared/papers/recovery-sheet.ts';
import { InLine, Stacked } from './PaperText.tsx';
import './paper.css';
import './recovery-sheet.css';

type PaperStyle = CSSProperties & Record<`--paper-${string}`, string>;

function RecoveryPage({ content, page }: { content: RecoverySheetContent; page: RecoverySheetContent['pages'][number] }) {
  const { width, height, boxWidth, boxHeight } = recoverySheetSpace(content.paper);
  const style: PaperStyle = {
    '--paper-width': `${String(width)}in`,
    '--paper-height': `${String(height)}in`,
    '--paper-box-width': `${String(boxWidth)}in`,
    '--paper-box-height': `${String(boxHeight)}in`,
  };
  return (
    <section className={`paper-page paper-${content.paper}-portrait`} style={style}>
      <div className="paper-box recovery-sheet">
        <header className="recovery-top">
          <h1>
            <Stacked text={content.title} />
          </h1>
          <div className="recovery-copy">
            <Stacked text={page.copy} strong />
          </div>
        </header>
        <dl className="recovery-about">
          <div>
            <dt>
              <InLine text={content.chapterLabel} />
            </dt>
            <dd>
              <Stacked text={content.chapterName} strong />
            </dd>
          </div>
          <div>
            <dt>
              <InLine text={content.madeLabel} />
            </dt>
            <dd>
              <Stacked text={content.madeOn} />
            </dd>
          </div>
        </dl>
        <p>
          <Stacked text={content.purpose} />
        </p>
        <ol className="recovery-words">
          {content.words.map(({ place, word }) => (
            <li key={place}>
              <span className="recovery-place">{place}</span>
              <strong>{word}</strong>
            </li>
          ))}
        </ol>
        <div>
          <h2>
            <InLine text={content.useTitle} />
          </h2>
          <p>
            <Stacked text={content.use} />
          </p>
        </div>
        <div>
          <h2>
            <InLine text={content.keepTitle} />
          </h2>
          <p className="recovery-keep">
            <Stacked text={page.keep} strong />
          </p>
          <p>
            <Stacked text={content.never} />
          </p>
        </div>
        <dl className="recovery-signed">
          <div>
            <dt>
              <InLine text={content.givenTo} />
            </dt>
            <dd />
          </div>
          <div>
            <dt>
              <InLine text={content.date} />
            </dt>
            <dd />
          </div>
        </dl>
      </div>
    </section>
  );
}

/** The two recovery sheets of a chapter, the same for preview and printer. They are never made into a file. */
export function RecoverySheet({ content }: { content: RecoverySheetContent }) {
  return content.pages.map((page, at) => <RecoveryPage key={at} content={content} page={page} />);
}
