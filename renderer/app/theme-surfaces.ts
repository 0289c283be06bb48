import type { Components } from '@mui/material/styles';
import type { Colours } from './colours.ts';

/** The page itself, and what lies on it: lines rather than shadows, focus that cannot be overlooked. */
export function surfaceStyles(colours: Colours): Components {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        body: { backgroundColor: colours.paper, color: colours.ink, WebkitFontSmoothing: 'auto' },
        ':focus-visible': { outline: `3px solid ${colours.teal}`, outlineOffset: 2, boxShadow: `0 0 0 2px ${colours.surface}` },
        '[tabindex="-1"]:focus-visible': { outline: 'none', boxShadow: 'none' },
        a: { color: colours.teal, textUnderlineOffset: 3 },
        'table, .figures': { fontVariantNumeric: 'tabular-nums' },
        '::selection': { backgroundColor: colours.gold, color: '#000000' },
        '.no-print': { '@media print': { display: 'none !important' } },
        '@media print': { 'html, body, #root': { height: 'auto' }, body: { backgroundColor: '#FFFFFF' } },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0.01ms !important', animationIterationCount: '1 !important', transitionDuration: '0.01ms !important' },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: colours.line } },
    },
    MuiDialog: { defaultProps: { transitionDuration: 120 }, styleOverrides: { paper: { border: `1px solid ${colours.control}`, borderRadius: 8 } } },
    MuiPopover: { defaultProps: { transitionDuration: 120 }, styleOverrides: { paper: { border: `1px solid ${colours.control}` } } },
    MuiMenuItem: { styleOverrides: { root: { minHeight: 44, fontSize: '1rem' } } },
    MuiTableCell: { styleOverrides: { root: { fontSize: '1rem', borderColor: colours.line }, head: { fontSize: '0.9375rem', fontWeight: 500 } } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.875rem', backgroundColor: colours.ink, color: colours.surface } } },
  };
}
