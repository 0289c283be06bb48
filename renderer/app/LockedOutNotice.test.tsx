// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HOST_GONE, hostTroubleMessage, LOCKED_OUT, type Host } from '../../shared/host.ts';
import { newTestHost } from '../../shared/store/test-host.ts';
import { translator } from '../../shared/words/translate.ts';
import { HostProvider } from './host.tsx';
import { LanguageProvider } from './language.tsx';
import { LockedOutNotice } from './LockedOutNotice.tsx';
import { LookProvider } from './look.tsx';
import { NoticesProvider } from './notices.tsx';
import { tellUnexpected, UnexpectedNotice } from './UnexpectedNotice.tsx';

const errors = translator('en', 'errors');
afterEach(cleanup);

function show(host: Host): void {
  render(
    <HostProvider host={host}>
      <LanguageProvider first="en">
        <LookProvider>
          <NoticesProvider>
            <UnexpectedNotice />
            <LockedOutNotice />
          </NoticesProvider>
        </LookProvider>
      </LanguageProvider>
    </HostProvider>,
  );
}

test('a page that its host no longer knows says so by itself', () => {
  let lockOut = (): void => undefined;
  show({
    ...newTestHost(),
    onLockedOut: (listener) => {
      lockOut = listener;
      return () => undefined;
    },
  });
  expect(screen.queryByText(errors('host.lockedOut'))).toBeNull();
  act(() => lockOut());
  expect(screen.getByText(errors('host.lockedOut'))).toBeDefined();
});

test('what nobody caught gets the host’s own sentence, once', () => {
  show(newTestHost());
  act(() => {
    tellUnexpected(new Error(hostTroubleMessage(HOST_GONE)));
    tellUnexpected(new Error(hostTroubleMessage(LOCKED_OUT)));
    tellUnexpected(new Error(hostTroubleMessage(HOST_GONE)));
  });
  expect(screen.getAllByText(errors('host.gone'))).toHaveLength(1);
  expect(screen.getAllByText(errors('host.lockedOut'))).toHaveLength(1);
});
