import '@fontsource/atkinson-hyperlegible-next/400.css';
import '@fontsource/atkinson-hyperlegible-next/400-italic.css';
import '@fontsource/atkinson-hyperlegible-next/500.css';
import '@fontsource/atkinson-hyperlegible-next/700.css';
import { createRoot } from 'react-dom/client';
import { LANGUAGES, translator } from '../shared/words/translate.ts';
import { App } from './app/App.tsx';
import { keptLanguage } from './app/language.tsx';
import { PARTS } from './app/workplaces.tsx';

const ground = document.getElementById('root');
const host = globalThis.convocaHost;

if (ground !== null && host !== undefined) {
  const lang = await keptLanguage(host.keep, navigator.language);
  createRoot(ground).render(<App host={host} lang={lang} parts={PARTS} />);
} else if (ground !== null) {
  // Without its host the app knows neither its language nor its data; it can only say so, in both languages.
  for (const lang of LANGUAGES) {
    const sentence = document.createElement('p');
    sentence.lang = lang;
    sentence.textContent = translator(lang, 'shell')('failure.noHost');
    ground.append(sentence);
  }
}
