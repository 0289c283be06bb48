import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import { useWords } from '../../app/language.tsx';

/** The mark of a person whom nobody is to call or write; it wins every merge (domain §2.3). A word, never colour alone. */
export function DoNotContact({ since }: { since?: string | undefined }) {
  const t = useWords(['members', 'person']);
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px', color: 'error.main', fontWeight: 500, whiteSpace: since === undefined ? 'nowrap' : undefined }}>
      <BlockOutlined aria-hidden sx={{ fontSize: 18 }} />
      {since === undefined ? t('members:person.doNotContact.mark') : t('person:stop.since', { date: since })}
    </Box>
  );
}
