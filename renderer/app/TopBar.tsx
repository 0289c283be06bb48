import LockOutlined from '@mui/icons-material/LockOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { ComponentType, RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { QuietButton } from '../ui/Buttons.tsx';
import { useWords } from './language.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { NARROW } from './narrow.ts';
import { useSearch, type SearchWish } from './search.tsx';
import { UserMenu } from './UserMenu.tsx';

/** Where the search's words are read: the list of members. */
const MEMBERS = '/members';
/** Where the list of people is in sight. */
const PEOPLE = /^\/members(\/new|\/table|\/people\/.*)?$/;

/** 56 high: search, whether everything is safe elsewhere, language, who sits here, lock (look.md). */
export function TopBar({ searchField, onLock, Status }: { searchField: RefObject<HTMLInputElement | null>; onLock: () => void; Status: ComponentType | null }) {
  const t = useWords('shell');
  const { query, setQuery, setWish } = useSearch();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const ask = (wish: SearchWish): void => {
    setWish(wish === 'open' && query.trim() === '' ? null : wish);
    if (!PEOPLE.test(pathname)) void navigate(MEMBERS);
  };
  return (
    <Box
      component="header"
      aria-label={t('top')}
      className="no-print"
      sx={{ height: 56, flexShrink: 0, display: 'flex', alignItems: 'center', gap: 1.5, px: '20px', bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', [NARROW]: { height: 'auto', flexWrap: 'wrap', px: '16px', py: '8px' } }}
    >
      <Box role="search" sx={{ flex: '0 1 240px', minWidth: 150 }}>
        <OutlinedInput
          fullWidth
          notched={false}
          inputRef={searchField}
          value={query}
          placeholder={t('search.placeholder')}
          startAdornment={<SearchOutlined aria-hidden sx={{ fontSize: 22, color: 'text.secondary' }} />}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') ask('open');
            if (event.key === 'Escape') setQuery('');
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            ask('list');
          }}
          inputProps={{ 'aria-label': t('search.label'), 'aria-keyshortcuts': 'F3', type: 'search', autoComplete: 'off', spellCheck: false }}
          sx={{ minHeight: 40, pl: '10px', '& input': { paddingBlock: '8px', paddingInline: '8px' }, '& input::-webkit-search-cancel-button': { display: 'none' } }}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', justifyContent: 'flex-end', [NARROW]: { minWidth: 'max-content' } }}>{Status === null ? null : <Status />}</Box>
      <LanguageSwitch />
      <UserMenu />
      <QuietButton startIcon={<LockOutlined />} onClick={onLock} aria-keyshortcuts="F12">
        {t('lock.action')}
      </QuietButton>
    </Box>
  );
}
