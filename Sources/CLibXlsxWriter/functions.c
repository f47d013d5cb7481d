// The functions of libxlsxwriter that the program calls, each handed on to the library, which is
// loaded when the first of them is called. Linked in the usual way, it would be loaded whenever the
// program starts, with all that it needs, and few commands write a workbook.
//
// The header declares what stands here, so that a function that is not as the library has it does
// not compile.

#include "include/CLibXlsxWriter.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static void *library(void) {
  return dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
}

bool xlsxwriter_is_found(void) { return library() != NULL; }

static void *found(const char *name) {
  void *place = library();
  void *function = place ? dlsym(place, name) : NULL;
  if (!function) {
    fprintf(stderr, "libxlsxwriter: %s\n", dlerror());
    abort();
  }
  return function;
}

// They are hidden, so that the library calls its own functions and not these.
#define FUNCTION(result, name, parameters, arguments)                         \
  __attribute__((visibility("hidden"))) result name parameters {              \
    static _Atomic(void *) known;                                             \
    void *function = atomic_load_explicit(&known, memory_order_relaxed);      \
    if (!function) {                                                          \
      function = found(#name);                                                \
      atomic_store_explicit(&known, function, memory_order_relaxed);          \
    }                                                                         \
    return ((__typeof__(&name))function) arguments;                           \
  }

FUNCTION(lxw_workbook *, workbook_new_opt, (const char *file, lxw_workbook_options *options),
         (file, options))
FUNCTION(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook *book, const char *name),
         (book, name))
FUNCTION(lxw_format *, workbook_add_format, (lxw_workbook *book), (book))
FUNCTION(lxw_error, workbook_set_properties, (lxw_workbook *book, lxw_doc_properties *properties),
         (book, properties))
FUNCTION(lxw_error, workbook_close, (lxw_workbook *book), (book))
FUNCTION(char *, lxw_strerror, (lxw_error error), (error))

FUNCTION(void, format_set_align, (lxw_format *format, uint8_t place), (format, place))
FUNCTION(void, format_set_bold, (lxw_format *format), (format))
FUNCTION(void, format_set_bottom, (lxw_format *format, uint8_t style), (format, style))
FUNCTION(void, format_set_font_size, (lxw_format *format, double size), (format, size))
FUNCTION(void, format_set_indent, (lxw_format *format, uint8_t level), (format, level))
FUNCTION(void, format_set_num_format, (lxw_format *format, const char *text), (format, text))
FUNCTION(void, format_set_text_wrap, (lxw_format *format), (format))
FUNCTION(void, format_set_top, (lxw_format *format, uint8_t style), (format, style))
FUNCTION(void, format_set_underline, (lxw_format *format, uint8_t style), (format, style))

FUNCTION(void, worksheet_fit_to_pages, (lxw_worksheet *sheet, uint16_t width, uint16_t height),
         (sheet, width, height))
FUNCTION(void, worksheet_freeze_panes, (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column),
         (sheet, row, column))
FUNCTION(lxw_error, worksheet_repeat_rows, (lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last),
         (sheet, first, last))
FUNCTION(void, worksheet_set_landscape, (lxw_worksheet *sheet), (sheet))
FUNCTION(void, worksheet_set_paper, (lxw_worksheet *sheet, uint8_t paper), (sheet, paper))
FUNCTION(lxw_error, worksheet_set_column,
         (lxw_worksheet *sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format),
         (sheet, first, last, width, format))
FUNCTION(lxw_error, worksheet_set_row,
         (lxw_worksheet *sheet, lxw_row_t row, double height, lxw_format *format),
         (sheet, row, height, format))

#define CELL lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column
FUNCTION(lxw_error, worksheet_write_blank, (CELL, lxw_format *format), (sheet, row, column, format))
FUNCTION(lxw_error, worksheet_write_datetime, (CELL, lxw_datetime *moment, lxw_format *format),
         (sheet, row, column, moment, format))
FUNCTION(lxw_error, worksheet_write_formula_num,
         (CELL, const char *formula, lxw_format *format, double result),
         (sheet, row, column, formula, format, result))
FUNCTION(lxw_error, worksheet_write_formula_str,
         (CELL, const char *formula, lxw_format *format, const char *result),
         (sheet, row, column, formula, format, result))
FUNCTION(lxw_error, worksheet_write_number, (CELL, double number, lxw_format *format),
         (sheet, row, column, number, format))
FUNCTION(lxw_error, worksheet_write_string, (CELL, const char *text, lxw_format *format),
         (sheet, row, column, text, format))
FUNCTION(lxw_error, worksheet_write_url, (CELL, const char *address, lxw_format *format),
         (sheet, row, column, address, format))
