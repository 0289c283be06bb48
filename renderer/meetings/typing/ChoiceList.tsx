import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';
import type { Choice } from './typing-state.ts';

/** Id of one choice, for the field's aria-activedescendant. */
export function choiceId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The choices right under the field; they move nothing on the page. The field keeps the cursor. */
export function ChoiceList({
  id,
  label,
  choices,
  highlight,
  markOf,
  onChoose,
}: {
  id: string;
  label: string;
  choices: readonly Choice[];
  highlight: number;
  /** A word about a choice, such as that the person is already on line 4. */
  markOf: (choice: Choice) => string;
  onChoose: (index: number) => void;
}) {
  const t = useWords('typing');
  return (
    <Box
      sx={{
        position: 'absolute',
        top: '100%',
        left: 0,
        zIndex: 5,
        width: 'max-content',
        minWidth: '100%',
        maxWidth: 560,
        bgcolor: 'background.paper',
        border: '2px solid',
        borderColor: 'primary.main',
        borderRadius: 1,
        overflow: 'hidden',
      }}
    >
      <Box component="ul" role="listbox" id={id} aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {choices.map((choice, index) => {
          const mark = markOf(choice);
          return (
            // The field above takes the keys; a choice only takes the pointer.
             
            <Box
              component="li"
              key={choice.id}
              id={choiceId(id, index)}
              role="option"
              aria-selected={index === highlight}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(index)}
              sx={{
                display: 'flex',
                alignItems: 'baseline',
                gap: 1.5,
                px: 1.5,
                py: '7px',
                cursor: 'pointer',
                bgcolor: index === highlight ? 'action.selected' : undefined,
                boxShadow: (theme) => (index === highlight ? `inset 4px 0 0 ${theme.convoca.teal}` : 'none'),
                '&:hover': { bgcolor: index === highlight ? 'action.selected' : 'action.hover' },
              }}
            >
              <Box component="span" className="figures" sx={{ fontWeight: 700, color: 'primary.main', width: 12 }}>
                {index + 1}
              </Box>
              <Box component="span" sx={{ minWidth: 0 }}>
                <Box component="span" sx={{ fontWeight: index === highlight ? 700 : 400 }}>
                  {choice.label}
                </Box>
                <Box component="span" sx={{ display: 'block', fontSize: '0.875rem', lineHeight: '18px', color: 'text.secondary' }}>
                  {[choice.detail, choice.from === 'expected' ? t('choices.expected') : '', mark].filter((text) => text !== '').join(' · ')}
                </Box>
              </Box>
            </Box>
          );
        })}
      </Box>
      {highlight === -1 ? (
        <Box sx={{ px: 1.5, py: 0.5, fontSize: '0.875rem', color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>{t('choices.none')}</Box>
      ) : null}
    </Box>
  );
}
