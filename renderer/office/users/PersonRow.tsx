import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { User } from '../../../shared/domain/office.ts';
import { CHAPTER_ROLES, chapterRole, roleLabel, type ChapterRole } from '../../../shared/domain/role.ts';
import type { ChapterAccess } from '../../../shared/store/chapter-access.ts';
import { changeRole, removeUser } from '../../../shared/store/users.ts';
import { useChapter } from '../../app/chapter.tsx';
import { useLanguage, useWords } from '../../app/language.tsx';
import { QuietButton, TextButton } from '../../ui/Buttons.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AskFirst } from './AskFirst.tsx';
import { useUserAction } from './use-user-action.ts';

/** What was done last; its sentence follows the language switch. */
export type Said = { readonly what: 'added' | 'removed'; readonly name: string } | { readonly what: 'roleChanged'; readonly name: string; readonly role: ChapterRole };

/** One person: what the role lets them read, changing it, and taking them out after a question. */
export function PersonRow({ access, person, onSaid }: { access: ChapterAccess; person: User; onSaid: (said: Said) => void }) {
  const t = useWords('users');
  const { lang } = useLanguage();
  const { user } = useChapter();
  const action = useUserAction();
  const [doing, setDoing] = useState<'role' | 'remove' | null>(null);
  const role = chapterRole(person.role);
  const { name } = person;
  const give = (next: ChapterRole): void => {
    action.run(async () => {
      await changeRole(access, person.id, next);
      setDoing(null);
      onSaid({ what: 'roleChanged', name, role: next });
    });
  };
  const remove = (): void => {
    action.run(async () => {
      await removeUser(access, person.id);
      onSaid({ what: 'removed', name });
    });
  };
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.5, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            <b>{person.id === user.id ? `${name} (${t('people.you')})` : name}</b> · {roleLabel(role, lang)}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`people.reads.${role}`)}
          </Typography>
        </Box>
        <TextButton disabled={action.working} aria-label={t('people.roleOf', { name })} onClick={() => setDoing('role')}>
          {t('people.changeRole')}
        </TextButton>
        <TextButton disabled={action.working} aria-label={t('people.removeNamed', { name })} onClick={() => setDoing('remove')}>
          {t('people.remove')}
        </TextButton>
      </Box>
      {doing === 'role' ? <ChangeRole name={name} role={role} working={action.working} onGive={give} onCancel={() => setDoing(null)} /> : null}
      {doing === 'remove' ? (
        <AskFirst
          question={t('people.removeAsk', { name })}
          verb={t(action.working ? 'people.working' : 'people.removeAction', { name })}
          working={action.working}
          onYes={remove}
          onNo={() => setDoing(null)}
        />
      ) : null}
      {action.problem === null ? null : <Notice kind="wrong">{action.problem}</Notice>}
    </Box>
  );
}

/** The four roles, and what the chosen one reads; nothing changes until it is saved, since less access changes the keys. */
function ChangeRole({ name, role, working, onGive, onCancel }: { name: string; role: ChapterRole; working: boolean; onGive: (role: ChapterRole) => void; onCancel: () => void }) {
  const t = useWords(['users', 'common']);
  const { lang } = useLanguage();
  const [next, choose] = useState(role);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 2 }}>
      <ChoiceField
        label={t('users:people.roleOf', { name })}
        hint={t(`users:people.reads.${next}`)}
        canBeEmpty={false}
        value={next}
        choices={CHAPTER_ROLES.map((value) => ({ value, label: roleLabel(value, lang) }))}
        onChange={(chosen) => {
          if (chosen !== '') choose(chosen);
        }}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <QuietButton disabled={working || next === role} onClick={() => onGive(next)}>
          {t(working ? 'users:people.working' : 'common:save')}
        </QuietButton>
        <TextButton disabled={working} onClick={onCancel}>
          {t('common:cancel')}
        </TextButton>
      </Box>
    </Box>
  );
}
