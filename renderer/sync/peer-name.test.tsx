// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { newTestHost } from '../../shared/store/test-host.ts';
import { HostProvider } from '../app/host.tsx';
import { LanguageProvider } from '../app/language.tsx';
import { usePeerName } from './peer-name.ts';

afterEach(cleanup);

function Names() {
  const nameOf = usePeerName();
  return <p>{[null, 'la oficina central', 'headquarters', 'Raleigh'].map(nameOf).join(', ')}</p>;
}

test('a peer that nobody named is headquarters in the language of who looks', async () => {
  const host = newTestHost();
  const inLanguage = (first: 'es' | 'en') => (
    <HostProvider host={host}>
      <LanguageProvider first={first}>
        <Names />
      </LanguageProvider>
    </HostProvider>
  );
  render(inLanguage('en'));
  expect(await screen.findByText('headquarters, headquarters, headquarters, Raleigh')).toBeTruthy();
  cleanup();
  render(inLanguage('es'));
  expect(await screen.findByText('la oficina central, la oficina central, la oficina central, Raleigh')).toBeTruthy();
});
