import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState, type ReactNode } from 'react';

/** A button above the list that opens something below it. */
export interface ListTool {
  readonly key: string;
  readonly label: string;
  readonly labelOpen: string;
  readonly panel: ReactNode;
}

/** Buttons in a line, of which one at a time has its panel open; `before` and `after` stand at both ends of the line, `below` under it. */
export function ListTools({ tools, before, after, below, onOpen }: { tools: readonly ListTool[]; before: ReactNode; after: ReactNode; below: ReactNode; onOpen?: (key: string | null) => void }) {
  const id = useId();
  const [open, setOpen] = useState<string | null>(null);
  const shown = tools.find(({ key }) => key === open);
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 0.5 }}>
        {before}
        {tools.map(({ key, label, labelOpen }) => (
          <Button
            key={key}
            type="button"
            aria-expanded={open === key}
            aria-controls={open === key ? id : undefined}
            onClick={() => {
              const next = open === key ? null : key;
              setOpen(next);
              onOpen?.(next);
            }}
            sx={{ px: 1 }}
          >
            {open === key ? labelOpen : label}
          </Button>
        ))}
        {after}
      </Box>
      {below}
      {shown === undefined ? null : <Box id={id}>{shown.panel}</Box>}
    </>
  );
}
