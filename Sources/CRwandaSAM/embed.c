int rwanda_sam_placeholder;
