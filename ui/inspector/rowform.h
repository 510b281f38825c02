#pragma once

#include "models/rowfields.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPlainTextEdit;
class QToolButton;

namespace squall::ui {

class ElidedLabel;
class Theme;
class ValueLabel;

/// One row, value below value.
class RowForm : public QWidget
{
    Q_OBJECT

public:
    explicit RowForm(const Theme &theme, QWidget *parent = nullptr);

    void setFields(std::vector<models::RowField> fields);
    /// What was asked for by `wholeValueRequested`.
    void showWhole(const QString &name, const QString &value);
    void showFailure(const QString &name, const QString &why);

signals:
    void wholeValueRequested(const QString &name);
    void activated(const QString &name);

private:
    struct Line
    {
        ElidedLabel *name;
        ElidedLabel *type;
        ValueLabel *value;
        QToolButton *more;
        QPlainTextEdit *whole;
    };

    bool hasSameColumns(const std::vector<models::RowField> &fields) const;
    void build();
    Line makeLine(const models::RowField &field, int row);
    void fill(size_t index);
    Line *lineOf(const QString &name);

    const Theme &m_theme;
    QGridLayout *m_layout;
    std::vector<models::RowField> m_fields;
    std::vector<Line> m_lines;
};

} // namespace squall::ui
