import type { Components } from '@mui/material/styles';
import type { Colours } from './colours.ts';

/** Fields and buttons: 44 high, corners 8, borders of at least 3:1, the ring of focus in teal. */
export function controlStyles(colours: Colours): Components {
  const inner = { outline: `3px solid ${colours.teal}`, outlineOffset: -7 };
  const ring = { outline: `3px solid ${colours.teal}`, outlineOffset: 2 };
  return {
    MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minHeight: 44, paddingInline: 16, borderRadius: 8, whiteSpace: 'nowrap', flexShrink: 0, '&.Mui-disabled': { color: colours.quiet } },
        contained: {
          '&:hover': { backgroundColor: colours.tealDark },
          '&.Mui-disabled': { backgroundColor: colours.hover, color: colours.quiet, border: `1px solid ${colours.line}` },
        },
        outlined: { borderColor: colours.control, color: colours.ink, backgroundColor: colours.surface, '&:hover': { borderColor: colours.ink, backgroundColor: colours.hover } },
        text: { color: colours.teal, textDecoration: 'underline', textUnderlineOffset: 4, paddingInline: 8, '&:hover': { backgroundColor: colours.hover, textDecoration: 'underline' } },
        startIcon: { '& > *:nth-of-type(1)': { fontSize: 22 } },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          minHeight: 44,
          backgroundColor: colours.surface,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: colours.control },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: colours.ink },
          '&.Mui-focused': ring,
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: colours.teal, borderWidth: 1 },
          '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: colours.wrong, borderWidth: 2 },
        },
        input: { height: 24, paddingBlock: 10, paddingInline: 12, '&:focus-visible': { outline: 'none', boxShadow: 'none' }, '&::placeholder': { color: colours.quiet, opacity: 1 } },
        multiline: { padding: 0 },
        notchedOutline: { top: 0, '& legend': { display: 'none' } },
      },
    },
    MuiSelect: { styleOverrides: { select: { minHeight: '24px', '&:focus-visible': { outline: 'none', boxShadow: 'none' } }, icon: { color: colours.ink } } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          minHeight: 40,
          minWidth: 42,
          padding: '0 10px',
          fontSize: '1rem',
          fontWeight: 500,
          lineHeight: '1.5rem',
          textTransform: 'none',
          color: colours.ink,
          borderColor: colours.control,
          backgroundColor: colours.surface,
          '&:hover': { backgroundColor: colours.hover },
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: colours.teal, color: colours.onTeal, fontWeight: 700 },
          '&.Mui-focusVisible': { zIndex: 1 },
        },
      },
    },
    MuiCheckbox: { styleOverrides: { root: { padding: 10, color: colours.control, '&.Mui-focusVisible': inner } } },
    MuiRadio: { styleOverrides: { root: { padding: 10, color: colours.control, '&.Mui-focusVisible': inner } } },
    MuiSwitch: {
      styleOverrides: {
        root: { width: 52, height: 32, padding: 2, overflow: 'visible' },
        track: { opacity: 1, borderRadius: 14, backgroundColor: colours.surface, border: `2px solid ${colours.control}` },
        thumb: { width: 16, height: 16, backgroundColor: colours.control },
        switchBase: {
          padding: 8,
          '&.Mui-checked': { transform: 'translateX(20px)' },
          '&.Mui-checked .MuiSwitch-thumb': { backgroundColor: colours.onTeal },
          '&.Mui-checked + .MuiSwitch-track': { opacity: 1, backgroundColor: colours.teal, borderColor: colours.teal },
          '&.Mui-focusVisible': { outline: 'none' },
          '&.Mui-focusVisible + .MuiSwitch-track': { outline: `3px solid ${colours.teal}`, outlineOffset: 2 },
        },
      },
    },
  };
}
