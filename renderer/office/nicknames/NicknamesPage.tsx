import { effectiveSettings } from '../../../shared/domain/settings.ts';
import { useSettings } from '../use-settings.ts';
import { NicknamesScreen } from './NicknamesScreen.tsx';

/** /office/nicknames — the table of names and nicknames that search and comparing go by (domain §6.4 step 2). */
export function NicknamesPage() {
  const settings = useSettings();
  return settings === undefined ? null : <NicknamesScreen record={settings} settings={effectiveSettings(settings)} />;
}
