import type { PrintedText } from '../../shared/papers/printed-text.ts';

/** The first language, and under it the second in italics (domain §3.0). `strong` prints the first bold. */
export function Stacked({ text, strong = false }: { text: PrintedText; strong?: boolean }) {
  return text.map((said, place) => (
    <span key={said.lang} lang={said.lang} className={place > 0 ? 'paper-second' : strong ? 'paper-first' : undefined}>
      {said.text}
    </span>
  ));
}

/** Both languages on one line with a dot between, the second in italics. */
export function InLine({ text }: { text: PrintedText }) {
  return text.map((said, place) => (
    <span key={said.lang} lang={said.lang}>
      {place > 0 ? ' · ' : null}
      {place > 0 ? <i>{said.text}</i> : said.text}
    </span>
  ));
}

/** A box to tick with a pen. */
export function TickBox({ large = false }: { large?: boolean }) {
  return <span aria-hidden className={large ? 'paper-tick paper-tick-large' : 'paper-tick'} />;
}
