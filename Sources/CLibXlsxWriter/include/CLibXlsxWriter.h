#pragma once

#include <stdbool.h>
#include <xlsxwriter.h>

/// Whether libxlsxwriter is on the machine. It is loaded if it has not been yet.
bool xlsxwriter_is_found(void);
