import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { LANGUAGES, type Lang } from '../../shared/words/translate.ts';
import { useLanguage, useWords } from './language.tsx';

/** ES | EN, always in sight; changes every text at once and nothing else (domain §6.1). */
export function LanguageSwitch() {
  const t = useWords('shell');
  const { lang, setLang } = useLanguage();
  return (
    <ToggleButtonGroup
      exclusive
      value={lang}
      aria-label={t('language.label')}
      onChange={(_, next: Lang | null) => {
        if (next !== null) setLang(next);
      }}
    >
      {LANGUAGES.map((one) => (
        <ToggleButton key={one} value={one} aria-label={t(`language.${one}`)} lang={one}>
          {one.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
