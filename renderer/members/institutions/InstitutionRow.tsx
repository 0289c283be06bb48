import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** A row of the list of institutions: the name big, a quiet second line. */
export function InstitutionRow({ name, line }: { name: string; line: string }) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return (
    <Box sx={{ px: 1.5, py: 1, height: '100%' }}>
      <Typography sx={{ ...cut, fontWeight: 500 }}>{name}</Typography>
      <Typography variant="body2" sx={{ ...cut, color: 'text.secondary' }}>
        {line}
      </Typography>
    </Box>
  );
}
