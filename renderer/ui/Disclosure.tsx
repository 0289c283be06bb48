import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useBringIntoView } from './use-bring-into-view.ts';

/** A part of a record's page that opens; closed, it says in one quiet line what it holds (look.md). */
export function Disclosure({
  title,
  summary,
  wide = false,
  open,
  level = 'h3',
  onToggle,
  children,
}: {
  title: string;
  summary?: ReactNode;
  /** For a title that is a sentence and takes the whole line. */
  wide?: boolean;
  open: boolean;
  /** The heading's level: a part of a person under their name, or of the page itself. */
  level?: 'h2' | 'h3';
  onToggle: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const { part, pressed } = useBringIntoView(open);
  return (
    <Box ref={part} component="section" aria-labelledby={`${id}-title`} sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Typography component={level} variant="h2">
        <ButtonBase
          id={`${id}-title`}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => {
            pressed();
            onToggle();
          }}
          sx={{ width: 'calc(100% + 8px)', mx: '-4px', minHeight: 56, py: 1, px: '4px', font: 'inherit', textAlign: 'left', justifyContent: 'flex-start', alignItems: 'center', gap: 2, borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}
        >
          <Box component="span" sx={wide ? { flex: 1 } : { minWidth: 152, flexShrink: 0 }}>
            {title}
          </Box>
          {wide ? null : (
            <Typography component="span" sx={{ flex: 1, minWidth: 0, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {open ? null : summary}
            </Typography>
          )}
          <ExpandMoreOutlined aria-hidden sx={{ transform: open ? 'rotate(180deg)' : undefined }} />
        </ButtonBase>
      </Typography>
      {open ? (
        <Box id={id} sx={{ pt: 1, pb: 3, display: 'flex', flexDirection: 'column', gap: 2.5 }}>
          {children}
        </Box>
      ) : null}
    </Box>
  );
}
