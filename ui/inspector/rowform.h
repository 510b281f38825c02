#pragma once

#include "models/rowfields.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace squall::ui {

class ElidedLabel;
class LineButton;
class Theme;
class ValueLabel;
enum class Token;

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
    /// Why what was tried with a value cannot be done, below it, until it shows another.
    void refuse(const QString &name, const QString &why);
    /// Nobody was refused anything any more.
    void calm();
    /// nullptr when there is none of that name.
    ValueLabel *valueOf(const QString &name);
    /// Sets the focus on the value `steps` further down, at most on the last one.
    void focusValue(const QString &name, int steps);

signals:
    void wholeValueRequested(const QString &name);
    void activated(const QString &name);
    void enlargeRequested(const QString &name);
    /// To the row that this value points to.
    void followRequested(const QString &name);

private:
    struct Line
    {
        ElidedLabel *name;
        ElidedLabel *type;
        ValueLabel *value;
        LineButton *link;
        QLabel *remark; ///< why the value cannot be, or may not be edited
        QToolButton *more;
        QPlainTextEdit *whole; ///< made when it is asked for
    };

    bool hasSameColumns(const std::vector<models::RowField> &fields) const;
    void build();
    Line makeLine(const models::RowField &field, int row);
    void dress(const Line &line, const models::RowField &field);
    QPlainTextEdit *makeWhole(const Line &line, const QString &name);
    void connectLine(const Line &line, const QString &name);
    void fill(size_t index);
    void remark(const Line &line, const QString &text, Token ink);
    Line *lineOf(const QString &name);

    const Theme &m_theme;
    QGridLayout *m_layout;
    std::vector<models::RowField> m_fields;
    std::vector<Line> m_lines;
};

} // namespace squall::ui
