import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';

/** One of a few ways to go on before a chapter is open: what it is, and what it takes. */
export function StepCard({ title, text, onClick, disabled = false }: { title: string; text: string; onClick: () => void; disabled?: boolean }) {
  return (
    <ButtonBase
      disabled={disabled}
      onClick={onClick}
      sx={{
        width: '100%',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        textAlign: 'left',
        px: 3,
        py: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        '&:hover': { borderColor: 'primary.main', bgcolor: 'action.selected' },
        '&.Mui-disabled': { opacity: 0.6 },
      }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography component="span" variant="h2" sx={{ display: 'block', color: 'primary.main' }}>
          {title}
        </Typography>
        <Typography component="span" sx={{ display: 'block', mt: '4px' }}>
          {text}
        </Typography>
      </Box>
      <ChevronRightOutlined aria-hidden sx={{ color: 'primary.main' }} />
    </ButtonBase>
  );
}
