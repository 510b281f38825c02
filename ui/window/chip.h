#pragma once

#include "core/base/connectionclass.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <utility>

namespace squall::ui {

class Theme;

/// The word for a class of databases, as people say it.
QString classText(ConnectionClass environment);
/// Text and ground of that class.
std::pair<Token, Token> classTokens(ConnectionClass environment);

/// A word on a rounded ground: the class of the open database.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);

    void setClass(ConnectionClass environment);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();

    const Theme &m_theme;
    ConnectionClass m_class = ConnectionClass::Local;
};

} // namespace squall::ui
