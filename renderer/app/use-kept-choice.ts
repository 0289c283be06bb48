import { useCallback, useEffect, useState } from 'react';
import { useHost } from './host.tsx';

/** What somebody chose on this PC, of these; null until it is read and when nobody chose. It stays when the app is closed. */
export function useKeptChoice<T extends string>(name: string, choices: readonly T[]): readonly [T | null, (next: T) => void] {
  const host = useHost();
  const [chosen, choose] = useState<T | null>(null);
  useEffect(() => {
    let here = true;
    host.keep.read(name).then(
      (kept) => {
        const known = choices.find((choice) => choice === kept);
        if (here && known !== undefined) choose(known);
      },
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [host, name, choices]);
  const set = useCallback(
    (next: T) => {
      choose(next);
      // A PC that cannot write keeps the choice until it is closed.
      host.keep.write(name, next).catch(() => undefined);
    },
    [host, name],
  );
  return [chosen, set];
}
