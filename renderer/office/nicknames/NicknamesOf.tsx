import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Settings } from '../../../shared/domain/settings.ts';
import { inNameCase } from '../../../shared/names/name-case.ts';
import { withNicknameOff, type ListedName, type ListedNickname } from '../../../shared/names/nickname-groups.ts';
import { useWords } from '../../app/language.tsx';
import { TextButton } from '../../ui/Buttons.tsx';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { useChangesSettings, useSettingsChange } from '../settings/use-settings-change.ts';

/** What people say for one name. A built-in nickname is switched off and on again; one that was added here is removed. */
export function NicknamesOf({ name, record }: { name: ListedName; record: Settings }) {
  const t = useWords('structure');
  const title = name.names.map(inNameCase).join(', ');
  return (
    <>
      <Typography variant="h1" component="h2" sx={{ overflowWrap: 'anywhere', pt: '2px', mb: 1 }}>
        {title}
      </Typography>
      {name.shorts.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>{t('nicknames.noShorts')}</Typography> : null}
      <Box component="ul" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {name.shorts.map((nickname) => (
          <Row key={`${nickname.own ?? ''} ${nickname.short}`} name={name} nickname={nickname} record={record} />
        ))}
      </Box>
    </>
  );
}

function Row({ name, nickname: { short, isOff, own }, record }: { name: ListedName; nickname: ListedNickname; record: Settings }) {
  const t = useWords('structure');
  const mayChange = useChangesSettings();
  const change = useSettingsChange(record);
  const [problem, setProblem] = useState<unknown>(null);
  const deed = own !== undefined ? 'remove' : isOff ? 'switchOn' : 'switchOff';
  const act = (): void => {
    setProblem(null);
    change(t('nicknames.title'), (now) =>
      own === undefined
        ? { nicknamesOff: withNicknameOff(now.nicknamesOff, name, short, !isOff) }
        : { ownNicknames: (now.ownNicknames ?? []).filter(({ key }) => key !== own) },
    ).catch(setProblem);
  };
  const state = isOff ? t('nicknames.isOff') : own === undefined ? '' : t('nicknames.own');
  const words = { short: inNameCase(short), name: inNameCase(name.names[0] ?? '') };
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 52, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: 160, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={isOff ? { textDecoration: 'line-through' } : undefined}>
          {words.short}
        </Box>
        {state === '' ? null : (
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            {' · '}
            {state}
          </Typography>
        )}
        {problem === null ? null : (
          <Typography variant="body2" sx={{ color: 'error.main' }}>
            <FailedLine problem={problem} onRetry={act} />
          </Typography>
        )}
      </Box>
      {mayChange ? (
        <TextButton aria-label={t(`nicknames.${deed}What`, words)} onClick={act}>
          {t(`nicknames.${deed}`)}
        </TextButton>
      ) : null}
    </Box>
  );
}
