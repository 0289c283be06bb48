import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { GOAL_KINDS, OWN_GOAL } from '../../../shared/domain/structure.ts';
import { useWords } from '../../app/language.tsx';
import { QuietButton } from '../../ui/Buttons.tsx';

/** Adds a goal of the kind that is chosen; kinds that the cycle has already are not offered again. */
export function AddGoal({ taken, onAdd }: { taken: readonly string[]; onAdd: (of: string) => Promise<unknown> }) {
  const t = useWords('structure');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const add = (of: string): void => {
    setAnchor(null);
    void onAdd(of);
  };
  return (
    <>
      <QuietButton onClick={(event) => setAnchor(event.currentTarget)}>{t('goal.add')}</QuietButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('goal.add') } }}>
        {GOAL_KINDS.filter((kind) => !taken.includes(kind)).map((kind) => (
          <MenuItem key={kind} onClick={() => add(kind)}>
            {t(`goal.of.${kind}`)}
          </MenuItem>
        ))}
        <MenuItem onClick={() => add(OWN_GOAL)}>{t('goal.own')}</MenuItem>
      </Menu>
    </>
  );
}
